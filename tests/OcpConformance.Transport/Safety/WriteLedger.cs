using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OcpConformance.Contract.Messages;
using OcpConformance.Transport.Redaction;

namespace OcpConformance.Transport.Safety;

/// <summary>
/// Keeps, one JSON object a line, what is sent to a live target that may change it. A line is on the disk before its request
/// is on the wire. Holds no secrets. Safe for many requests at once.
/// </summary>
/// <param name="file">The file; lines are appended.</param>
/// <param name="run">The run that writes.</param>
/// <param name="redactor">Replaces secrets.</param>
/// <param name="clock">The time of the lines.</param>
public sealed class WriteLedger(string file, string run, Redactor redactor, TimeProvider clock)
{
    /// <summary>Name of the file in the folder of the results.</summary>
    public const string FileName = "ledger.jsonl";

    private readonly Lock gate = new();

    /// <summary>How lines are written and read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Notes a request before it is sent.</summary>
    /// <exception cref="SafetyException">The line cannot be written.</exception>
    public void Send(string method, Uri url, WriteNote? note) => Append(Of(LedgerEntry.Sending, method, url, note));

    /// <summary>Notes that a request was answered.</summary>
    /// <exception cref="SafetyException">The line cannot be written.</exception>
    public void Answer(string method, Uri url, WriteNote? note, int status) => Append(Of(LedgerEntry.Answered, method, url, note) with { Status = status });

    /// <summary>Notes which object was created.</summary>
    /// <exception cref="SafetyException">The line cannot be written.</exception>
    public void Create(string kind, string? name, string? key) => Append(New(LedgerEntry.Created) with { Kind = kind, Name = name, Key = key is null ? null : Shown(key, name) });

    /// <summary>Notes that an object which a run created is gone again.</summary>
    /// <param name="creator">The run that created it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="how">How it went, in words.</param>
    /// <exception cref="SafetyException">The line cannot be written.</exception>
    public void Undo(string creator, string kind, string? name, string how) => Append(New(LedgerEntry.Undone) with { Run = creator, Kind = kind, Name = name, How = how });

    private LedgerEntry New(string what) => new() { Time = clock.GetUtcNow(), Run = run, Event = what };

    private LedgerEntry Of(string what, string method, Uri url, WriteNote? note) => New(what) with
    {
        Operation = note?.Operation,
        Method = method,
        Target = url.GetLeftPart(UriPartial.Authority),
        Path = redactor.Redact(PathOf(url, note)),
        Kind = note?.Kind,
        Name = note?.Name,
    };

    // A number, or the name that the run gave, tells nothing; whatever else a target calls an object may be a secret.
    private string Shown(string key, string? name) =>
        key.All(char.IsAsciiDigit) || key.Equals(name, StringComparison.OrdinalIgnoreCase) ? redactor.Redact(key) : Redactor.Mark;

    private string PathOf(Uri url, WriteNote? note) => note is not { Key: { } key } || Shown(key, note.Name) == key
        ? url.AbsolutePath
        : string.Join('/', url.AbsolutePath.Split('/').Select(segment => Uri.UnescapeDataString(segment) == key ? Redactor.Mark : segment));

    private void Append(LedgerEntry entry)
    {
        var line = Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(entry, Json)}\n");
        try
        {
            lock (gate)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
                stream.Write(line);
                stream.Flush(flushToDisk: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SafetyException(Message.Of("ledger-not-written", file, exception.Message.TrimEnd('.')));
        }
    }
}
