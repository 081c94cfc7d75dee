namespace OcpConformance.Contract.Catalog;

/// <summary>How work comes to an end that goes on after the answer: the answer hands out a task, which is asked for until it is finished.</summary>
/// <param name="Structures">Files of the structures that an answer hands out a task in.</param>
/// <param name="Member">JSON pointer of the id in such a structure.</param>
/// <param name="Read">Id of the operation that shows a task.</param>
/// <param name="Parameter">Its path parameter that names the task.</param>
/// <param name="OtherPaths">Paths that clients ask at, too.</param>
/// <param name="Status">JSON pointer of the status in its answer.</param>
/// <param name="Running">The status while the work goes on.</param>
/// <param name="Finished">The status when it has succeeded.</param>
public sealed record TaskLifecycle(
    IReadOnlyList<string> Structures, string Member, string Read, string Parameter, IReadOnlyList<PathTemplate> OtherPaths, string Status, string Running, string Finished);
