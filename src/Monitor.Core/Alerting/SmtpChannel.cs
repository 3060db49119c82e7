using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace Monitor.Core.Alerting;

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
            return new SendOutcome(SendState.TryLater, $"no answer within {options.TimeoutSeconds} s");
        }
        catch (SmtpException e)
        {
            // Codes of RFC 5321, section 4.2.1: 5yz is permanent, 4yz transient; GeneralFailure (-1) is a lost or refused connection.
            var state = (int)e.StatusCode is >= 500 and < 600 ? SendState.Refused : SendState.TryLater;
            return new SendOutcome(state, $"{(int)e.StatusCode}: {e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : "")}");
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            return new SendOutcome(SendState.TryLater, e.Message);
        }
    }
}
