using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace Monitor.Core.Alerting.Channels;

/// <summary>Sends through an SMTP server (RFC 5321), with STARTTLS and login when configured.</summary>
public sealed class SmtpChannel(MailOptions options) : IAlertChannel
{
    /// <inheritdoc/>
    public string Description => $"SMTP server {options.Host}:{options.Port}{(options.StartTls ? " with STARTTLS" : "")}";

    /// <inheritdoc/>
    public async Task<SendOutcome> Send(MailMessage message, string deliveryId, CancellationToken cancel)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(options.User, options.Password);
        }

        // SmtpClient.Timeout does not bound the asynchronous road.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new SendOutcome(SendState.Accepted, "");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome(SendState.TryLater, $"no answer within {options.TimeoutSeconds} s") { ServerAway = true };
        }
        catch (SmtpException e)
        {
            return Outcome((int)e.StatusCode, $"{(int)e.StatusCode}: {e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : "")}");
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            return new SendOutcome(SendState.TryLater, e.Message) { ServerAway = true };
        }
    }

    /// <summary>
    /// Codes of RFC 5321, section 4.2: 5yz is permanent, 4yz transient; -1 (GeneralFailure) is a lost or refused connection, or STARTTLS that is not offered. 421 closes the
    /// channel; 454, 530, 534, 535 and 538 (RFC 4954, section 6) are about login and encryption: the settings' fault, so the message waits for them.
    /// </summary>
    private static SendOutcome Outcome(int code, string message) =>
        code is 530 or 534 or 535 or 538 or 454 ? new(SendState.TryLater, message + "; check user, password and startTls of mail in the settings with 'monitor alerts test'") { ServerAway = true }
        : code is >= 500 and < 600 ? new(SendState.Refused, message)
        : new(SendState.TryLater, message) { ServerAway = code is 421 or -1 };
}
