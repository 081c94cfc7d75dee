namespace OcpConformance.Contract.Catalog;

/// <summary>What an operation does to the system; decides whether it may be sent to a live target.</summary>
public enum Effect
{
    /// <summary>Changes nothing.</summary>
    Read,

    /// <summary>Changes something that can be changed back.</summary>
    Write,

    /// <summary>Removes something for good.</summary>
    Destroy,

    /// <summary>Interrupts a service: restart, stop, failover.</summary>
    Disrupt,
}
