namespace OcpConformance.Engine.Settings;

/// <summary>The text that is given for a setting.</summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="Value">The text; never empty.</param>
/// <param name="Context">What it is read with.</param>
internal sealed record SettingText(string Setting, string Value, SettingContext Context)
{
    /// <summary>The parts between commas, without blanks around them.</summary>
    public string[] Parts => Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text as a full path.</summary>
    /// <exception cref="SettingsException">It is not a path.</exception>
    public string Path
    {
        get
        {
            try
            {
                return Context.Source.PathOf(Setting)!;
            }
            catch (Exception exception) when (exception is ArgumentException or IOException)
            {
                throw Wrong($"it is not a path: {exception.Message.TrimEnd('.')}", "Write the path of a file or folder");
            }
        }
    }

    /// <summary>The text as the full path of a file that exists.</summary>
    /// <param name="kind">What sort of file, for the remedy: <c>a PEM file</c>.</param>
    /// <exception cref="SettingsException">There is no such file.</exception>
    public string File(string kind) => System.IO.File.Exists(Path) ? Path : throw Wrong($"there is no file {Path}", $"Write the path of {kind}");

    /// <summary>The text, which a header has to carry.</summary>
    /// <exception cref="SettingsException">No header can.</exception>
    public string HeaderText() => Value.All(character => character is >= ' ' and <= '~')
        ? Value
        : throw Wrong("it holds a character that no header carries", "Write printable ASCII characters only");

    /// <summary>The exception for a text that is wrong.</summary>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="remedy">What to do.</param>
    public SettingsException Wrong(string problem, string remedy) => new(Setting, problem, remedy);
}
