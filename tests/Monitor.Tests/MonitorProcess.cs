using System.Diagnostics;

namespace Monitor.Tests;

/// <summary>The real program as a process of its own, so that it can be killed at any moment.</summary>
internal sealed class MonitorProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private MonitorProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static MonitorProcess Start(params IEnumerable<string> arguments) => StartIn(null, arguments);

    /// <summary>Starts under a locale of the machine, such as th_TH.UTF-8.</summary>
    public static MonitorProcess StartIn(string? locale, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "monitor.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Settings in the working directory of the tests must not change what is tested.
            WorkingDirectory = Path.GetTempPath(),
        };
        if (locale is not null)
        {
            start.Environment["LC_ALL"] = locale;
        }

        return new MonitorProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end and returns exit code, stdout and stderr.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return await process.End();
    }

    public async Task<(int Code, string Output, string Errors)> End()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _output, await _errors);
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public bool HasEnded => _process.HasExited;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
