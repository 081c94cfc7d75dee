namespace OcpConformance.Contract.Exchanges;

/// <summary>Where an exchange comes from; decides which statements about time apply.</summary>
public enum ExchangeOrigin
{
    /// <summary>It went over the wire in this run.</summary>
    Sent,

    /// <summary>It was recorded elsewhere, with its own times.</summary>
    Recorded,

    /// <summary>It is an example, and its times mean nothing.</summary>
    Example,
}
