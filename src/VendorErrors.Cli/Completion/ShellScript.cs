// cspell:ignore CWORD COMPREPLY compdef compinit compadd notmatch
namespace VendorErrors.Cli.Completion;

/// <summary>A script that lets a shell ask this program how a line may go on. What it answers is only compared, never run.</summary>
/// <param name="Shell">The shell.</param>
/// <param name="Text">The script.</param>
internal sealed record ShellScript(string Shell, string Text)
{
    /// <summary>All shells that are known.</summary>
    internal static IReadOnlyList<ShellScript> All { get; } =
    [
        new("bash", """
            # Completion of vendor-errors for bash: source <(vendor-errors completion bash)
            _vendor_errors()
            {
                local current="${COMP_WORDS[COMP_CWORD]}"
                local typed="${COMP_LINE:0:COMP_POINT}"
                local line="vendor-errors ${typed#* }"
                local word
                COMPREPLY=()
                while IFS= read -r word; do
                    word="${word%$'\r'}"
                    if [[ -n $word && $word == "$current"* && $word != /? && $word != '-?' ]]; then
                        COMPREPLY+=("$word")
                    fi
                done < <(vendor-errors "[suggest:${#line}]" "$line" 2>/dev/null)
            }
            complete -o default -F _vendor_errors vendor-errors
            """),
        new("zsh", """
            #compdef vendor-errors
            # Completion of vendor-errors for zsh: source <(vendor-errors completion zsh), after compinit.
            _vendor_errors()
            {
                local line="vendor-errors ${(j: :)words[2,CURRENT]}"
                local -a known
                known=("${(@f)$(vendor-errors "[suggest:${#line}]" "$line" 2>/dev/null)}")
                known=("${(@)known:#(|/?|-\?)}")
                compadd -a known
            }
            compdef _vendor_errors vendor-errors
            """),
        new("powershell", """
            # Completion of vendor-errors for PowerShell: vendor-errors completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName vendor-errors, vendor-errors.exe -ScriptBlock {
                param($word, $ast, $position)
                $typed = $ast.ToString().PadRight($position - $ast.Extent.StartOffset)
                $line = 'vendor-errors ' + ($typed -replace '^\S+\s*', '')
                vendor-errors "[suggest:$($line.Length)]" $line 2>$null |
                    Where-Object { $_ -and $_.StartsWith($word) -and $_ -notmatch '^(/.|-\?)$' } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """),
    ];
}
