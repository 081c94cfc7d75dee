using System.Security.Cryptography;
using OcpConformance.Contract.Catalog;
using OcpConformance.Contract.Fixtures;
using OcpConformance.Contract.Schemas;
using OcpConformance.Engine.Concluding;
using OcpConformance.Engine.Planning;
using OcpConformance.Engine.Recorded;
using OcpConformance.Engine.Results;
using OcpConformance.Engine.Sending;
using OcpConformance.Engine.Settings;
using OcpConformance.Engine.Targets;
using OcpConformance.Report.Model;
using OcpConformance.Transport.Authentication;
using OcpConformance.Transport.Safety;

namespace OcpConformance.Engine.Session;

/// <summary>
/// A run from its settings to its files. What is wrong never leaves it as an exception: it becomes the reason of an incomplete
/// conclusion, in the files and for whoever started the run.
/// </summary>
public sealed class RunSession
{
    private const string Unfinished = "The run has not finished: it is still going on, or it was broken off; run the suite again.";

    private readonly RunFront front;
    private readonly RunPreparation? preparation;
    private int taken;

    private RunSession(RunFront front, RunPreparation? preparation, RunProblem? problem)
    {
        this.front = front;
        this.preparation = preparation;
        Problem = problem;
    }

    /// <summary>The exchanges that the run intends; none where it cannot start.</summary>
    public IReadOnlyList<PlannedExchange> Plan => preparation?.Plan ?? [];

    /// <summary>The contract; null where the run cannot start.</summary>
    public ContractCatalog? Contract => preparation?.Contract;

    /// <summary>The settings; null where the run cannot start.</summary>
    public RunSettings? Settings => preparation?.Settings;

    /// <summary>What the run brought; null before its end, and where there was none.</summary>
    public RunOutcome? Outcome { get; private set; }

    /// <summary>What became of each exchange, by its id; empty before the end of the run, and where there was none.</summary>
    public IReadOnlyDictionary<string, ExchangeOutcome> Exchanges { get; private set; } = new Dictionary<string, ExchangeOutcome>();

    /// <summary>How far it is.</summary>
    public RunProgress Progress { get; } = new();

    /// <summary>Why there is no run, or no result; null where there is, or may still be.</summary>
    public RunProblem? Problem { get; private set; }

    /// <summary>Where the result files are, as a full path; null where none are written.</summary>
    public string? Folder { get; private set; }

    /// <summary>What the run says about its target: that it is incomplete where there was no run, or its result could not be written.</summary>
    public (string Outcome, string Reason) Conclusion =>
        Problem is { } problem ? (Vocabulary.Incomplete, problem.Text)
        : Outcome is { Result.Conclusion: var conclusion } ? (conclusion.Outcome, conclusion.Reason)
        : (Vocabulary.Incomplete, Unfinished);

    /// <summary>The conclusion for the one who asks first; null for everybody else, so that it is told once.</summary>
    public (string Outcome, string Reason)? TakeConclusion() => Interlocked.Exchange(ref taken, 1) == 0 ? Conclusion : null;

    /// <summary>Reads everything that a run needs, and plans it.</summary>
    public static RunSession Prepare(RunFront front)
    {
        try
        {
            return new RunSession(front, RunPreparation.Of(front), null);
        }
        catch (Exception exception)
        {
            return new RunSession(front, null, exception is ContractException or SettingsException or HarException ? new RunProblem(exception.Message, IsInput: true) : OwnError.Problem(exception));
        }
    }

    /// <summary>Executes the run and writes its result.</summary>
    /// <param name="cancellationToken">Gives the run up; its result says so.</param>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        FolderLock? held = null;
        try
        {
            Folder = front.Source.PathOf(SettingNames.Results) ?? (front.DefaultFolder is { } folder ? Path.GetFullPath(folder) : null);
            held = Folder is null ? null : FolderLock.Take(Folder, front.Clock.GetLocalNow());
        }
        catch (SettingsException exception)
        {
            // The files there are those of the other run.
            Problem ??= new RunProblem(exception.Message, IsInput: true);
            return;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What hinders it also hinders writing the result, and is said then.
        }

        using (held)
        {
            await ExecuteInFolderAsync(new RunFolder(front, Folder, Settings?.Formats), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ExecuteInFolderAsync(RunFolder files, CancellationToken cancellationToken)
    {
        // What cannot be reported need not be done.
        if (files.Begin(Unstarted(Unfinished)) is { } unwritable)
        {
            Problem = unwritable;
        }
        else if (preparation is not null)
        {
            await JudgeAsync(preparation, cancellationToken).ConfigureAwait(false);
        }

        Progress.Phase = RunPhase.Writing;
        Problem = files.Write(Outcome?.Result ?? Unstarted(Problem!.Text), Outcome?.Comparison, Problem, Unstarted);
    }

    private async Task JudgeAsync(RunPreparation prepared, CancellationToken cancellationToken)
    {
        try
        {
            Outcome = await OutcomeAsync(prepared, cancellationToken).ConfigureAwait(false);
            Exchanges = Outcome.Exchanges.ToDictionary(exchange => exchange.Planned.Id, StringComparer.Ordinal);
        }
        catch (CryptographicException exception)
        {
            Problem = new RunProblem($"Setting {SettingNames.TlsCa}: {exception.Message}. Write the path of a PEM file.", IsInput: true);
        }
        catch (Exception exception) when (exception is ContractException or IOException)
        {
            Problem = new RunProblem(exception.Message, IsInput: exception is ContractException);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Problem = new RunProblem("The run was interrupted before its end; run again.", IsInput: false);
        }
        catch (Exception exception)
        {
            Problem = OwnError.Problem(exception);
        }
    }

    private async Task<RunOutcome> OutcomeAsync(RunPreparation prepared, CancellationToken cancellationToken)
    {
        var (contract, settings) = (prepared.Contract, prepared.Settings);
        if (prepared.Traffic is { } traffic)
        {
            return new RecordedRun(contract, settings, front.Clock).Execute(traffic);
        }

        await using var mock = settings.IsMock ? await front.Mock().StartAsync(contract, prepared.Fixtures!, settings.MockFault).ConfigureAwait(false) : null;
        var ledger = Path.Combine(Folder ?? Directory.GetCurrentDirectory(), WriteLedger.FileName);
        return await new ConformanceRun(contract, settings, Target(settings, mock), front.Clock, ledger, Progress).ExecuteAsync(prepared.Plan, cancellationToken).ConfigureAwait(false);
    }

    // Both ways to authenticate are tried where both are known; the setting says which of them the other requests use.
    private static RunTarget Target(RunSettings settings, IFixtureServer? mock) => mock is null ? RunTarget.OfSettings(settings) : new(TargetKind.Mock, mock.Url)
    {
        Basic = new BasicCredentials(mock.UserName, mock.Password),
        AccessKey = new AccessKeyCredentials(mock.AccessKeyId, mock.AccessKeySecret),
        Signs = settings.UsesAccessKey,
    };

    private ResultDocument Unstarted(string reason) => UnstartedRun.Result(reason, front.Source, front.Clock.GetLocalNow());
}
