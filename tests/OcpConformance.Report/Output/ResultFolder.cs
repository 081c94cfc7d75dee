using System.Runtime.ExceptionServices;
using OcpConformance.Report.Comparison;
using OcpConformance.Report.Formats;
using OcpConformance.Report.Model;

namespace OcpConformance.Report.Output;

/// <summary>Writes the files of a result.</summary>
public static class ResultFolder
{
    /// <summary>Lists, in the folder of a format, the files that were written there; nothing else is ever deleted from it.</summary>
    public const string OwnFiles = ".ocp-conformance-files";

    private const string UnfinishedSuffix = ".unfinished";

    /// <summary>
    /// Writes every format into a folder, which is made where it is missing. Files of an earlier run are replaced, the single
    /// ones only when all of them could be written, so that they never speak of different runs.
    /// </summary>
    /// <param name="folder">Where to.</param>
    /// <param name="result">The result.</param>
    /// <param name="comparison">The result beside that of an earlier run; null for none.</param>
    /// <param name="build">The build that the run belongs to; null outside of CI.</param>
    /// <param name="without">Names of formats that somebody else writes.</param>
    /// <returns>The names of the files and folders.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static IReadOnlyList<string> Write(
        string folder, ResultDocument result, ResultComparison? comparison = null, CiBuild? build = null, params IReadOnlyCollection<string> without)
    {
        Directory.CreateDirectory(folder);
        List<ReportFormat> formats = [.. ReportFormats.All.Where(format => !without.Contains(format.Name))];
        List<ReportFolderFormat> folders = [.. ReportFormats.Folders.Where(format => !without.Contains(format.Name))];
        var files = formats.ConvertAll(format => Path.Combine(folder, format.FileName));
        try
        {
            // What consists of thousands of files takes longest, and comes first.
            AllAtOnce(
            [
                .. folders.Select<ReportFolderFormat, Action>(format => () => WriteFolder(Path.Combine(folder, format.FolderName), format.Write(result, build))),
                .. formats.Select<ReportFormat, Action>(format => () => File.WriteAllBytes(Path.Combine(folder, format.FileName + UnfinishedSuffix), format.Write(result))),
            ]);
            files.ForEach(file => File.Move(file + UnfinishedSuffix, file, overwrite: true));
        }
        finally
        {
            files.ForEach(file => File.Delete(file + UnfinishedSuffix));
        }

        return [.. formats.Select(format => format.FileName), .. folders.Select(format => format.FolderName), .. WriteComparison(folder, comparison)];
    }

    /// <summary>
    /// Takes back what an earlier run wrote, so that it is not taken for this one however this one ends, and says in its place
    /// that this one has not finished.
    /// </summary>
    /// <param name="folder">Where to; made where it is missing.</param>
    /// <param name="unfinished">The result that stands until there is another.</param>
    /// <param name="input">A file that the run reads, and that therefore stays; null for none.</param>
    /// <param name="without">Names of formats that this run does not write.</param>
    /// <param name="elsewhere">Names of formats that somebody else writes, and that therefore stay.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Begin(string folder, ResultDocument unfinished, string? input, IReadOnlyCollection<string> without, IReadOnlyCollection<string> elsewhere)
    {
        Directory.CreateDirectory(folder);
        var earlier = ReportFormats.All.Select(format => format.FileName).Concat(ComparisonFormats.All.Select(format => format.FileName));
        foreach (var file in earlier.Select(name => Path.Combine(folder, name)).Where(file => file != input))
        {
            File.Delete(file);
        }

        foreach (var own in ReportFormats.Folders.Where(format => !elsewhere.Contains(format.Name)).Select(format => Path.Combine(folder, format.FolderName)).Where(Directory.Exists))
        {
            SetAside(own);
        }

        WriteLeast(folder, unfinished, without);
    }

    /// <summary>Writes what a gate reads, and nothing else: the result itself, and the JUnit report. They take little room where nothing was judged.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="result">The result.</param>
    /// <param name="without">Names of formats that are not wanted.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void WriteLeast(string folder, ResultDocument result, params IReadOnlyCollection<string> without)
    {
        foreach (var format in ReportFormats.All.Where(format => format.FileName is Vocabulary.ResultFile or JUnitReport.FileName && !without.Contains(format.Name)))
        {
            File.WriteAllBytes(Path.Combine(folder, format.FileName), format.Write(result));
        }
    }

    /// <summary>Writes a format that consists of a folder. What it wrote there before is replaced, and nothing else is touched.</summary>
    /// <param name="folder">Where to; made where it is missing.</param>
    /// <param name="format">The format.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string folder, ReportFolderFormat format, ResultDocument result) => WriteFolder(folder, format.Write(result, null));

    // What an earlier run compared must not stand beside a result that was not compared.
    private static IEnumerable<string> WriteComparison(string folder, ResultComparison? comparison)
    {
        foreach (var format in ComparisonFormats.All)
        {
            var file = Path.Combine(folder, format.FileName);
            if (comparison is null)
            {
                File.Delete(file);
            }
            else
            {
                File.WriteAllText(file, format.Write(comparison));
            }
        }

        return comparison is null ? [] : ComparisonFormats.All.Select(format => format.FileName);
    }

    // Overwriting thousands of files takes a tenth of the time of making them, so a folder is set aside and filled again.
    private static string SetAside(string folder)
    {
        var aside = folder + UnfinishedSuffix;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(aside);
            return aside;
        }

        // Where there are both, a run was killed and somebody else has made the folder since.
        if (Directory.Exists(aside))
        {
            return folder;
        }

        Directory.Move(folder, aside);
        return aside;
    }

    private static void WriteFolder(string folder, IEnumerable<ReportFile> files)
    {
        var aside = SetAside(folder);
        Fill(aside, files);
        if (aside != folder)
        {
            Directory.Move(aside, folder);
        }
    }

    private static void Fill(string folder, IEnumerable<ReportFile> files)
    {
        var list = Path.Combine(folder, OwnFiles);
        var earlier = File.Exists(list) ? File.ReadAllLines(list) : [];
        var written = new HashSet<string>(StringComparer.Ordinal);

        // Noted one by one, so that also what was written before a run was killed is known to the next one.
        using (var note = new StreamWriter(list, append: true) { AutoFlush = true })
        {
            foreach (var file in files)
            {
                note.WriteLine(file.Name);
                WriteOver(Path.Combine(folder, file.Name), file.Content);
                written.Add(file.Name);
            }
        }

        // A name with a folder in it was not written here.
        foreach (var name in earlier.Where(name => name == Path.GetFileName(name) && !written.Contains(name) && File.Exists(Path.Combine(folder, name))))
        {
            File.Delete(Path.Combine(folder, name));
        }

        File.WriteAllLines(list, written);
    }

    private static void AllAtOnce(IReadOnlyList<Action> writes)
    {
        try
        {
            Parallel.ForEach(writes, write => write());
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    // A file that is cut to nothing first gives its room on the disk back and takes it again, which costs more than the writing.
    private static void WriteOver(string path, byte[] content)
    {
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
        if (RandomAccess.GetLength(file) != content.Length)
        {
            RandomAccess.SetLength(file, content.Length);
        }
    }
}
