using System.Globalization;

namespace OcpConformance.Report.Model;

/// <summary>Reads a result from a file.</summary>
public static class ResultFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>Reads a result.</summary>
    /// <exception cref="ResultException">The file cannot be read, is too large, or holds no result.</exception>
    public static ResultDocument Read(string file) => ResultJson.Read(Bytes(file), file);

    /// <summary>Reads a file that ought to hold a result.</summary>
    /// <exception cref="ResultException">It cannot be read, or is too large.</exception>
    public static byte[] Bytes(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > MaxBytes)
            {
                var problem = string.Create(CultureInfo.InvariantCulture, $"it has {stream.Length} bytes, and at most {MaxBytes} are read");
                throw new ResultException(file, string.Empty, problem, "Select fewer operations with OCP_SELECT");
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ResultException(file, string.Empty, exception.Message.TrimEnd('.'), $"Name a {Vocabulary.ResultFile} that can be read");
        }
    }
}
