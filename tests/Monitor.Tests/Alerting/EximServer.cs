using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Monitor.Tests.Alerting;

/// <summary>
/// Debian's mail server Exim as a process of its own on loopback: takes every recipient and keeps each mail as a file. It needs to be started by root, as in <c>.ci/run</c>, since it gives
/// its rights away.
/// </summary>
internal sealed partial class EximServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/exim4";
    private const string Account = "Debian-exim";
    private const string Right = "${if and {{eq{$auth1}{desk}}{eq{$auth2}{right}}}}";

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private readonly bool _login;

    private EximServer(int port, bool login)
    {
        (Port, _login) = (port, login);
        foreach (var name in new[] { "spool", "log", "mail" })
        {
            Directory.CreateDirectory(_folder.At(name));
        }

        File.WriteAllText(_folder.At("conf"), Configuration);
        Process.Start("chmod", ["755", _folder.Path]).WaitForExit();
        Process.Start("chown", ["-R", Account, _folder.At("spool"), _folder.At("log"), _folder.At("mail")]).WaitForExit();
        _process = Process.Start(new ProcessStartInfo(Program, ["-bdf", "-C", _folder.At("conf")]) { RedirectStandardError = true })!;
    }

    public static string? Missing => !File.Exists(Program) ? "exim4 is not installed (apt-get install exim4-daemon-light)" : Environment.UserName != "root" ? "exim4 must be started by root" : null;

    public int Port { get; }

    /// <summary>Every mail in the mailbox, as it was sent.</summary>
    public IReadOnlyList<string> Mails => !Directory.Exists(_folder.At("mail/new")) ? [] : [.. Directory.EnumerateFiles(_folder.At("mail/new")).Select(File.ReadAllText)];

    /// <summary>Message-IDs of the mails in the mailbox.</summary>
    public IReadOnlyList<string> MessageIds => [.. Mails.Select(m => MessageId().Match(m).Groups[1].Value)];

    /// <summary>Starts a server.</summary>
    /// <param name="login">True for one that takes mails only after a login.</param>
    public static async Task<EximServer> Start(bool login = false)
    {
        using var free = new TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var server = new EximServer(port, login);
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
                return server;
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Waits until what was accepted lies in the mailbox.</summary>
    public async Task Settled()
    {
        while (Directory.EnumerateFiles(_folder.At("spool"), "*-H", SearchOption.AllDirectories).Any())
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private string Configuration => $"""
        primary_hostname = monitor.example
        daemon_smtp_ports = {Port}
        local_interfaces = 127.0.0.1
        spool_directory = {_folder.At("spool")}
        log_file_path = {_folder.At("log")}/%slog
        pid_file_path = {_folder.At("spool")}/pid
        keep_environment =
        acl_smtp_mail = {(_login ? "known" : "anyone")}
        acl_smtp_rcpt = take
        tls_advertise_hosts =
        auth_advertise_hosts = *
        smtp_accept_queue_per_connection = 0
        begin acl
        anyone:
          accept
        known:
          deny !authenticated = *
               message = 530 5.7.0 Authentication required
          accept
        take:
          deny sender_domains = refused.example
          accept
        begin routers
        all:
          driver = accept
          transport = box
        begin transports
        box:
          driver = appendfile
          directory = {_folder.At("mail")}
          maildir_format
          user = {Account}
          group = {Account}
        begin authenticators
        login:
          driver = plaintext
          public_name = LOGIN
          server_prompts = Username:: : Password::
          server_condition = {Right}

        """;

    [GeneratedRegex("^message-id: (<[^>]*>)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
