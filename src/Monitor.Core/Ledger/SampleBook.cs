using System.Text.Json;
using Dapper;
using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>Samples as they were drawn. Append-only: a plan is never changed, since an estimate rests on which accounts were chosen before anybody looked at them.</summary>
public sealed class SampleBook
{
    private readonly Ledger _ledger;

    internal SampleBook(Ledger ledger) => _ledger = ledger;

    /// <summary>Keeps a plan and returns it; the one kept before when the same sample was drawn already.</summary>
    public SamplePlan Keep(SamplePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _ledger.Write((connection, transaction) => connection.Execute(
            "insert into samples (id, release, drawn, body) values (@Id, @Release, @Drawn, @body) on conflict (id) do nothing",
            new { plan.Id, plan.Release, plan.Drawn, body = JsonSerializer.Serialize(plan) },
            transaction));
        return Get(plan.Id)!;
    }

    /// <summary>The plan with this id; null when unknown.</summary>
    public SamplePlan? Get(string id)
    {
        using var connection = _ledger.Connect();
        return Read(connection.QuerySingleOrDefault<string>("select body from samples where id = @id", new { id }));
    }

    /// <summary>Every plan, of one release when given, in the order in which they were drawn.</summary>
    public IReadOnlyList<SamplePlan> All(string? release = null)
    {
        using var connection = _ledger.Connect();
        return [.. connection.Query<string>("select body from samples where @release is null or release = @release order by sequence", new { release }).Select(b => Read(b)!)];
    }

    private static SamplePlan? Read(string? body) => body is null ? null : JsonSerializer.Deserialize<SamplePlan>(body);
}
