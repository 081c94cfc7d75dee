namespace OcpConformance.Report.Formats.Allure;

// Members stand in the order in which Allure's own writer writes them.
internal sealed record AllureResult
{
    public required string Uuid { get; init; }

    public required string HistoryId { get; init; }

    public required string TestCaseId { get; init; }

    public required IReadOnlyList<string> TitlePath { get; init; }

    public required string FullName { get; init; }

    public required IReadOnlyList<AllureLabel> Labels { get; init; }

    public required IReadOnlyList<AllureLink> Links { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public required AllureStatusDetails StatusDetails { get; init; }

    public string Stage { get; init; } = AllureWords.Finished;

    public string? Description { get; init; }

    public required IReadOnlyList<AllureStep> Steps { get; init; }

    public required IReadOnlyList<AllureAttachment> Attachments { get; init; }

    public required IReadOnlyList<AllureParameter> Parameters { get; init; }

    public required long Start { get; init; }

    public required long Stop { get; init; }
}

internal sealed record AllureStep
{
    public required string Name { get; init; }

    public required string Status { get; init; }

    public AllureStatusDetails StatusDetails { get; init; } = AllureStatusDetails.None;

    public string Stage { get; init; } = AllureWords.Finished;

    public IReadOnlyList<AllureStep> Steps { get; init; } = [];

    public IReadOnlyList<AllureAttachment> Attachments { get; init; } = [];

    public IReadOnlyList<AllureParameter> Parameters { get; init; } = [];

    public required long Start { get; init; }

    public required long Stop { get; init; }
}

internal sealed record AllureStatusDetails(bool Known, bool Muted, bool Flaky, string? Message)
{
    public static AllureStatusDetails None { get; } = new(false, false, false, null);
}

internal sealed record AllureLabel(string Name, string Value);

internal sealed record AllureLink(string Name, string Url, string Type);

internal sealed record AllureAttachment(string Name, string Source, string Type);

internal sealed record AllureParameter(string Name, string Value, bool Excluded);

internal sealed record AllureCategory(string Name, string Description, string? MessageRegex, IReadOnlyList<string> MatchedStatuses);

internal sealed record AllureExecutor(string Name, string Type, string Url, long? BuildOrder, string BuildName, string BuildUrl, string ReportName);

internal sealed record AllureHistory(string FullName, IReadOnlyList<string> Parameters);
