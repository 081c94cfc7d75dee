using FsCheck;
using FsCheck.Fluent;
using OcpConformance.SelfTests.Fuzzing;

namespace OcpConformance.SelfTests.Properties;

/// <summary>Checks that something holds for whatever a generator makes. A failure names the seed, and the smallest case that fails.</summary>
internal static class Property
{
    // Any odd number will do.
    private const ulong Gamma = 1;

    public static void Holds<T>(Gen<T> generator, Action<T> property, int cases = 100)
    {
        foreach (var seed in Seeds.All)
        {
            var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay((ulong)seed, Gamma).WithQuietOnSuccess(true);
            Prop.ForAll(generator.ToArbitrary(), property).Check(config);
        }
    }
}
