using OcpConformance.Report.Model;

namespace OcpConformance.Report.Merging;

/// <summary>Finds out whether shards are parts of one run.</summary>
internal static class ShardCheck
{
    private const int Listed = 5;

    /// <summary>Refuses shards that do not belong together.</summary>
    /// <exception cref="ResultException">Two differ in what they were judged by, or share an operation.</exception>
    public static void Check(IReadOnlyList<Shard> shards)
    {
        var owners = new Dictionary<string, Shard>(StringComparer.Ordinal);
        Shard? first = null;
        foreach (var shard in shards)
        {
            if (first is not null)
            {
                Compare(first, shard);
            }

            first = first is { Started: true } ? first : shard;
            RefuseShared(shard, owners);
        }
    }

    private static void Compare(Shard first, Shard other)
    {
        var (one, two) = (first.Result, other.Result);
        Same("/suite", "another version of the suite", $"{one.Suite.Name} {one.Suite.Version}", $"{two.Suite.Name} {two.Suite.Version}");
        if (!first.Started || !other.Started)
        {
            return;
        }

        Same("/contract/digest", "another contract", one.Contract.Digest, two.Contract.Digest);
        Same("/contract/version", "another release", one.Contract.Version ?? "the newest", two.Contract.Version ?? "the newest");
        Same("/contract/edition", "another edition", one.Contract.Edition, two.Contract.Edition);
        Same("/target", "another target", TargetOf(one), TargetOf(two));
        Same("/conclusion/level", "another level", one.Conclusion.Level.Word(), two.Conclusion.Level.Word());

        void Same(string place, string what, string expected, string actual)
        {
            if (expected != actual)
            {
                throw new ResultException(other.File, place, $"it is of {what} ({actual}) than {first.File} ({expected})", "Merge parts of one run only");
            }
        }
    }

    // An embedded mock listens at another port in every run.
    private static string TargetOf(ResultDocument result) => result.Target.Kind == TargetKind.Mock ? TargetKind.Mock : $"{result.Target.Kind} {result.Target.BaseUrl}";

    private static void RefuseShared(Shard shard, Dictionary<string, Shard> owners)
    {
        var shared = shard.Operations.Where(operation => !owners.TryAdd(operation, shard)).ToList();
        if (shared.Count > 0)
        {
            var names = string.Join(", ", shared.Take(Listed)) + (shared.Count > Listed ? $" and {shared.Count - Listed} more" : string.Empty);
            throw new ResultException(shard.File, "/exchanges", $"{owners[shared[0]].File} holds the same operations: {names}", "Give every shard other operations with OCP_SELECT");
        }
    }
}
