namespace VendorErrors.Http;

/// <summary>Where the packs of an application are. Set before the first client is made; not thread-safe.</summary>
public sealed class VendorPacksOptions
{
    /// <summary>The folder whose files <c>*.json</c> are packs, without those of folders in it and without <c>*.schema.json</c>. Relative to the current directory.</summary>
    /// <value>Required.</value>
    public string? Folder { get; set; }

    /// <summary>Whether the packs are read again when a file of the folder changes.</summary>
    /// <value>
    /// Default: <see langword="true"/>. A mounted folder that reports no changes, such as a ConfigMap of Kubernetes, is watched by polling with the
    /// environment variable <c>DOTNET_USE_POLLING_FILE_WATCHER=1</c>.
    /// </value>
    public bool ReloadOnChange { get; set; } = true;
}
