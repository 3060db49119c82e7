using System.Net.Mail;

namespace Monitor.Core.Alerting.Channels;

/// <summary>Writes messages as <c>.eml</c> files, for a desk without a mail server. The name follows from the delivery, so a repeated message replaces itself.</summary>
public sealed class FolderChannel(string folder) : IAlertChannel
{
    /// <inheritdoc/>
    public string Description => $"files in {folder}";

    /// <inheritdoc/>
    public async Task<SendOutcome> Send(MailMessage message, string deliveryId, CancellationToken cancel)
    {
        var work = Path.Combine(folder, ".writing-" + deliveryId);
        try
        {
            Directory.CreateDirectory(work);
            foreach (var left in Directory.EnumerateFiles(work))
            {
                File.Delete(left);
            }

            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Path.GetFullPath(work) })
            {
                await client.SendMailAsync(message, cancel);
            }

            File.Move(Directory.EnumerateFiles(work).Single(), Path.Combine(folder, deliveryId + ".eml"), overwrite: true);
            Directory.Delete(work, recursive: true);
            return new SendOutcome(SendState.Accepted, "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new SendOutcome(SendState.TryLater, $"'{folder}' cannot be written: {e.Message}");
        }
    }
}
