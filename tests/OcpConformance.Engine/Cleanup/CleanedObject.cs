namespace OcpConformance.Engine.Cleanup;

/// <summary>What became of an object in a cleanup.</summary>
/// <param name="Title">What it is, with its name.</param>
/// <param name="What">What became of it, in words.</param>
/// <param name="Left">Whether it may still be there.</param>
public sealed record CleanedObject(string Title, string What, bool Left);
