using System.Globalization;
using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Session;

/// <summary>
/// Keeps a folder of results for one run. The system gives the lock back when the process ends, however it ends, so that no
/// run is ever kept out by one that was killed.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>Name of the file that is locked. It stays, because removing it would let two runs hold two files of one name.</summary>
    public const string FileName = ".ocp-conformance-lock";

    /// <summary>Name of the file that says who holds the lock; it is there while a run goes on, or where one was killed.</summary>
    public const string HolderFileName = ".ocp-conformance-run";

    private readonly FileStream held;
    private readonly string holder;

    private FolderLock(FileStream held, string holder)
    {
        this.held = held;
        this.holder = holder;
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="now">The time, for whoever comes later.</param>
    /// <exception cref="SettingsException">Another run holds it.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static FolderLock Take(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        var holder = Path.Combine(folder, HolderFileName);
        var file = Path.Combine(folder, FileName);
        if (TryOpen(file) is not { } held)
        {
            throw new SettingsException(SettingNames.Results, $"{HolderOf(holder)} writes its results into {folder}", "Wait until it has ended, or name another folder");
        }

        File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, which started at {now:yyyy-MM-dd HH:mm:ss zzz},"));
        return new FolderLock(held, holder);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        File.Delete(holder);
        held.Dispose();
    }

    private static FileStream? TryOpen(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException) && IsHeld(exception))
        {
            return null;
        }
    }

    // EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string HolderOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "another run";
        }
    }
}
