# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-80e4-8a7f-621b2756c6d3}' = 'api.anthropic.com'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu 74c6611f05c5433f1ee2214e50f0c70c'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-80e4-8a7f-621b2756c6d3}'; Description = 'api.anthropic.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 9386e0d7b4f09871a0a31a9eee0179c9'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-80e4-8a7f-621b2756c6d3}'; Description = 'api.anthropic.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 3f42c6f3ccf290dc1edfe659c1821b73'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-80e4-8a7f-621b2756c6d3}'; Description = 'api.anthropic.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu c18169156d161a440e98e0260412b979'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-80e4-8a7f-621b2756c6d3}'; Description = 'api.anthropic.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
)
$ErrorActionPreference = 'Stop'
try {
	$group = 'pulumi-cowork eu'
	$names = @{}
	foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }
	$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)
	$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like '{e7603d43-9fe8-8*' })
	$known = @{}
	foreach ($id in $ids) { $known[$id] = $true }
	foreach ($id in $keywords.Keys) {
		if (-not $known.ContainsKey($id)) {
			New-NetFirewallDynamicKeywordAddress -Id $id -Keyword $keywords[$id] -AutoResolve $true | Out-Null
		}
	}
	$wanted = @{}
	foreach ($rule in $rules) {
		$wanted[$rule.Name] = $true
		if (-not $names.ContainsKey($rule.Name)) {
			New-NetFirewallRule @rule -Group $group -Direction Outbound | Out-Null
		}
	}
	foreach ($name in $names.Keys) { if (-not $wanted.ContainsKey($name)) { Remove-NetFirewallRule -Name $name } }
	foreach ($id in $ids) {
		if (-not $keywords.ContainsKey($id)) { Remove-NetFirewallDynamicKeywordAddress -Id $id }
	}
	exit 0
} catch {
	Write-Output "The rules of Claude could not be set: $_"
	exit 1
}
