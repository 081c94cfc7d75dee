namespace OcpConformance.SelfTests.Fuzzing;

/// <summary>A kind of file that users write or bring, and that may be broken.</summary>
/// <param name="Name">Its name in the names of tests.</param>
/// <param name="Files">Valid files of the kind, relative to the folder of the sample.</param>
/// <param name="Refusal">The exception that says what is wrong with a file; nothing else may be thrown.</param>
/// <param name="Take">Reads the folder with the broken file, and uses what was read.</param>
internal sealed record InputKind(string Name, IReadOnlyList<string> Files, Type Refusal, Action<string> Take)
{
    public override string ToString() => Name;
}
