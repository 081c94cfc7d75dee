namespace OcpConformance.Engine.Settings;

/// <summary>A setting with the values that it can have.</summary>
/// <typeparam name="T">What its text is read as.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its default, in words where it is not a plain value.</param>
/// <param name="Meaning">What it does, with its unit and range.</param>
/// <param name="Otherwise">Its value where it is not given.</param>
/// <param name="Parse">Reads its text; throws a <see cref="SettingsException"/> that names the setting where it cannot.</param>
internal sealed record Setting<T>(string Name, string Default, string Meaning, T Otherwise, Func<SettingText, T> Parse) : SettingDefinition(Name, Default, Meaning)
{
    /// <summary>The value that is given, or else the default.</summary>
    /// <exception cref="SettingsException">What is given is malformed.</exception>
    public T In(SettingContext context) => context.Source[Name] is { } text ? Parse(new SettingText(Name, text, context)) : Otherwise;
}
