using OcpConformance.Engine.Settings;
using OcpConformance.Report.Bundle;
using OcpConformance.Report.Model;

namespace OcpConformance.Engine.Session;

/// <summary>Packs the result of the run, where a setting asks for it.</summary>
internal static class RunBundle
{
    /// <summary>Finds out before the run whether the key can be used after it.</summary>
    /// <exception cref="SettingsException">It cannot.</exception>
    public static void Check(RunSettings settings)
    {
        try
        {
            Key(settings.BundleKey)?.Dispose();
        }
        catch (Exception exception) when (exception is BundleException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(SettingNames.BundleKey, exception.Message.TrimEnd('.'), "The acceptance bundle is signed with this key");
        }
    }

    /// <summary>Takes back the bundle of an earlier run, so that it does not stay where this one is killed. What hinders it also hinders writing one, and is said then.</summary>
    public static void Withdraw(SettingSource source)
    {
        try
        {
            File.Delete(source.PathOf(SettingNames.Bundle) ?? string.Empty);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // See above.
        }
    }

    /// <summary>Writes the bundle. One of an earlier run never stays in its place.</summary>
    /// <returns>Why it could not be written; null where it could, or where none is asked for.</returns>
    public static string? Write(SettingSource source, ResultDocument result)
    {
        if (source.PathOf(SettingNames.Bundle) is not { } file)
        {
            return null;
        }

        try
        {
            File.Delete(file);
            using var key = Key(source.PathOf(SettingNames.BundleKey));
            File.WriteAllBytes(file, AcceptanceBundle.Write(ResultJson.Write(result), result, Waivers(source.PathOf(SettingNames.Waivers)), key));
            return null;
        }
        catch (Exception exception) when (exception is BundleException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"Setting {SettingNames.Bundle}: the acceptance bundle cannot be written: {exception.Message} Name a file that can be written to.";
        }
    }

    private static byte[]? Waivers(string? file) => file is null || !File.Exists(file) ? null : File.ReadAllBytes(file);

    private static BundleKey? Key(string? file) => file is null ? null : BundleKey.Private(File.ReadAllText(file), file);
}
