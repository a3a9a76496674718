# Removes what was set for: Claude egress of deployment eu. Run as administrator.
$ErrorActionPreference = 'Stop'
try {
	$group = 'pulumi-cowork eu'
	$names = @{}
	foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }
	$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)
	$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like '{e7603d43-9fe8-8*' })
	foreach ($name in $names.Keys) { Remove-NetFirewallRule -Name $name }
	foreach ($id in $ids) { Remove-NetFirewallDynamicKeywordAddress -Id $id }
	exit 0
} catch {
	Write-Output "The rules of Claude could not be set: $_"
	exit 1
}
