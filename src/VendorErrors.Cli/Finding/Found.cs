using System.Text.Json;
using Spectre.Console;

namespace VendorErrors.Cli.Finding;

/// <summary>One thing that a word may mean, for all the forms of output.</summary>
internal abstract class Found
{
    /// <summary>What kind of thing it is, as the heading above all of its kind.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether many of its kind are a list of short lines; false where each is shown whole.</summary>
    internal virtual bool IsListed => false;

    /// <summary>The cells of a short line, as <see cref="FoundOutput.Columns"/> names them.</summary>
    internal abstract string[] Cells { get; }

    /// <summary>What a person should do; null where nothing is known.</summary>
    internal abstract string? WhatToDo { get; }

    /// <summary>Shows it whole to a person.</summary>
    internal abstract void Write(IAnsiConsole console);

    /// <summary>Writes it as one object.</summary>
    internal abstract void WriteJson(Utf8JsonWriter json);
}
