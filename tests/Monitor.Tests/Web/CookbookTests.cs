using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monitor.Core.Ledger;

namespace Monitor.Tests.Web;

/// <summary>The examples of docs/api.md, run: what it says of answers is so.</summary>
public sealed partial class CookbookTests : IAsyncLifetime
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "api.md"));
    private Team _team = null!;
    private string _token = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _team = await Team.Start();
        _token = _team.Site.Ledger.Tokens.Make(_team.Site.Ledger.People.Get("Sample Reader")!, "cookbook", Role.Reader, null, new("test", "test")).Secret;
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task Every_example_is_answered_as_the_cookbook_says()
    {
        var examples = Example().Matches(Text);
        Assert.True(examples.Count >= 8, "the examples were not found");
        foreach (Match example in examples)
        {
            var (command, kind, expected) = (example.Groups[1].Value.Trim(), example.Groups[2].Value, example.Groups[3].Value);
            using var reader = _team.Site.Reader();
            using var request = await Request(command, reader);
            var answer = await reader.SendAsync(request, Cancel);
            if (kind == "http")
            {
                Assert.True((int)answer.StatusCode == int.Parse(expected.Split(' ')[1], CultureInfo.InvariantCulture), $"{command}: {answer.StatusCode}");
                foreach (var header in expected.Trim().Split('\n').Skip(1).Select(l => l.Split(": ", 2)))
                {
                    var values = answer.Content.Headers.TryGetValues(header[0], out var found) ? found : answer.Headers.GetValues(header[0]);
                    Assert.StartsWith(header[1], values.Single(), StringComparison.Ordinal);
                }
            }
            else
            {
                Holds(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement, command);
            }
        }
    }

    [Fact]
    public async Task The_program_of_the_cookbook_goes_through_every_page()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs Python");
        var (code, output) = (Program().Match(Text).Groups[1].Value, Program().Match(Text).Groups[2].Value);
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", code.Replace("http://localhost:5080", _team.Site.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true,
            Environment = { ["TOKEN"] = _token },
        };
        using var python = Process.Start(start)!;
        var printed = await python.StandardOutput.ReadToEndAsync(Cancel);
        await python.WaitForExitAsync(Cancel);

        Assert.Equal(output.Trim(), printed.Trim());
    }

    private async Task<HttpRequestMessage> Request(string command, HttpClient reader)
    {
        var address = Regex.Match(command, "\"http://localhost:5080([^\"]+)\"").Groups[1].Value;
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (Match header in Regex.Matches(command, "-H \"([^:]+): ([^\"]+)\""))
        {
            var value = header.Groups[2].Value.Replace("$TOKEN", _token, StringComparison.Ordinal);
            if (value == "$ETAG")
            {
                using var first = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Authorization", "Bearer " + _token } } };
                value = (await reader.SendAsync(first, Cancel)).Headers.ETag!.ToString();
            }

            request.Headers.Add(header.Groups[1].Value, value);
        }

        return request;
    }

    /// <summary>The answer holds what the example shows; it may hold more.</summary>
    private static void Holds(JsonElement expected, JsonElement actual, string where)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    Assert.True(actual.TryGetProperty(member.Name, out var value), $"{where}: no {member.Name}");
                    Holds(member.Value, value, $"{where} {member.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(actual.GetArrayLength() >= expected.GetArrayLength(), $"{where}: {actual.GetArrayLength()} items");
                for (var i = 0; i < expected.GetArrayLength(); i++)
                {
                    Holds(expected[i], actual[i], $"{where} {i}");
                }

                break;
            default:
                Assert.True(JsonElement.DeepEquals(expected, actual), $"{where}: {actual} and not {expected}");
                break;
        }
    }

    [GeneratedRegex(@"```sh\n(curl [^\n]+)\n```\n+(?:[^`\n][^`]*?\n)?```(json|http)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"```python\n(.*?)```\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
