namespace OcpConformance.Cli.Invocation;

/// <summary>Reads files that arguments name.</summary>
internal static class InputFile
{
    /// <summary>A file, to be read.</summary>
    /// <param name="argument">The argument that names it, for the message.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static Stream Open(string argument, string file) => Try(argument, file, File.OpenRead);

    /// <inheritdoc cref="Open" />
    public static string Text(string argument, string file) => Try(argument, file, File.ReadAllText);

    /// <inheritdoc cref="Open" />
    public static byte[] Bytes(string argument, string file) => Try(argument, file, File.ReadAllBytes);

    private static T Try<T>(string argument, string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{argument} {file}", exception.Message.TrimEnd('.'), "Name a file that can be read");
        }
    }
}
