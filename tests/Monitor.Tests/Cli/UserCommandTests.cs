using System.Diagnostics;
using System.Text.Json;

namespace Monitor.Tests.Cli;

/// <summary><c>monitor user</c> and <c>monitor audit</c> as an administrator uses them.</summary>
public sealed class UserCommandTests : IDisposable
{
    private const string Password = "blue kettle, nine geese";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task People_are_added_changed_and_closed_and_it_all_stands_in_the_audit()
    {
        var serve = await Run("", "serve", "--data", _folder.Path, "--config", _folder.Put("open.yaml", "urls: http://0.0.0.0:0\n"));
        Assert.Equal(2, serve.Code);
        Assert.Contains("monitor user add NAME --role administrator", serve.Errors, StringComparison.Ordinal);

        Assert.Equal(2, (await User(Password, "add", "Sample Reader")).Code);
        Assert.Equal(2, (await User("short", "add", "Sample Admin", "--role", "administrator")).Code);
        Assert.Equal(0, (await User(Password, "add", "Sample Admin", "--role", "administrator")).Code);
        Assert.Equal(0, (await User(Password, "add", "Sample Reader")).Code);
        Assert.Equal(0, (await User("", "role", "sample reader", "editor")).Code);
        Assert.Equal(2, (await User("", "disable", "Sample Admin")).Code);
        var token = JsonDocument.Parse((await User("", "token", "Sample Reader", "--name", "script", "--json")).Output).RootElement;
        Assert.StartsWith("monitor_", token.GetProperty("secret").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await User("", "revoke", token.GetProperty("id").GetString()!)).Code);
        Assert.Equal(0, (await User("", "remove", "Sample Reader")).Code);

        var list = (await User("", "list", "--json")).Output.Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["Sample Admin", "Sample Reader"], list.Select(p => p.GetProperty("name").GetString()));
        Assert.Equal("editor", list[1].GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.String, list[1].GetProperty("disabled").ValueKind);
        var audit = await Run("", "audit", "list", "--data", _folder.Path);
        Assert.Equal(["disable person", "take token back", "make token", "set role", "add person", "add person"], audit.Output.Trim().Split('\n').Select(l => l.Split("  ")[4]));
        Assert.DoesNotContain(Password, audit.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("", "audit", "verify", "--data", _folder.Path)).Code);
    }

    private Task<(int Code, string Output, string Errors)> User(string input, params string[] words) => Run(input, ["user", .. words, "--data", _folder.Path]);

    private static async Task<(int Code, string Output, string Errors)> Run(string input, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "monitor.dll"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
