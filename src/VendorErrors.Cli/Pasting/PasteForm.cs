namespace VendorErrors.Cli.Pasting;

/// <summary>Recognizes one form in which answers are pasted and takes it off; null where the paste is of another form.</summary>
/// <param name="paste">What is left of the paste.</param>
internal delegate PastedAnswer? PasteForm(PastedAnswer paste);
