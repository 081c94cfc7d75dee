namespace OcpConformance.SelfTests.Oracle;

/// <summary>A class of answers of which NJsonSchema alone says something else than the suite, and why the suite is right.</summary>
/// <param name="Name">What the answers have in common.</param>
/// <param name="Reason">Why both sides differ.</param>
/// <param name="Most">The greatest number of such answers; more of them need a look.</param>
/// <param name="Covers">Whether a trial belongs to the class, given what NJsonSchema said.</param>
internal sealed record Disagreement(string Name, string Reason, int Most, Func<Trial, LibraryVerdict, bool> Covers)
{
    private const string BeyondRange = "an integer beyond 64 bits";

    public static IReadOnlyList<Disagreement> Known { get; } =
    [
        new(
            "integers beyond 64 bits",
            "NJsonSchema throws at them, whatever the schema says; no documented integer is that large, so the suite rejects them",
            500,
            (trial, verdict) => verdict == LibraryVerdict.Throws && trial.Description.StartsWith(BeyondRange, StringComparison.Ordinal)),
        new(
            "members of values that are no objects",
            "NJsonSchema asks a string for the members that are required beside type [string, object]; required speaks of objects alone",
            1000,
            (_, verdict) => verdict == LibraryVerdict.MissesMembersOfNoObject),
        new(
            "date-times that are none",
            "NJsonSchema takes a date, a time without offset, the hour 24 and 29 February of any year for a date-time",
            250,
            (trial, verdict) => verdict == LibraryVerdict.Accepts && trial is { Keyword: "format", Format: "date-time" }),
        new(
            "formats of the contract",
            "NJsonSchema ignores the formats date-time-basic-offset, duration and offset-time, which it does not know",
            60,
            (trial, verdict) => verdict == LibraryVerdict.Accepts
                && trial is { Keyword: "format", Format: "date-time-basic-offset" or "duration" or "offset-time" }),
    ];
}
