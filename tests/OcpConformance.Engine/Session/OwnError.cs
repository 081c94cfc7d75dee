using OcpConformance.Engine.Settings;

namespace OcpConformance.Engine.Session;

/// <summary>What nobody foresaw, as a sentence.</summary>
internal static class OwnError
{
    /// <summary>The problem that an exception stands for.</summary>
    public static RunProblem Problem(Exception exception) => new(
        IsOutOfMemory(exception)
            ? $"There is not enough memory for the answers and what is made of them. Select fewer operations with {SettingNames.Select}, or allow the process more memory."
            : $"The run broke off with an error of the suite itself: {exception.GetType().Name}: {exception.Message}",
        IsInput: false);

    private static bool IsOutOfMemory(Exception exception) =>
        exception is OutOfMemoryException
        || (exception is AggregateException several && several.InnerExceptions.Any(IsOutOfMemory))
        || (exception.InnerException is { } inner && IsOutOfMemory(inner));
}
