# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
}
$rules = @(
	@{ Name = 'pulumi-cowork eu de1ea6e1c3affe035a4ce487d1be9179'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteAddress = '10.0.0.5'; Description = '10.0.0.5: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu a99ec208b8eb6d7fb880007313d3f3b7'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteAddress = '10.0.0.5'; Description = '10.0.0.5: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 9875deb4bf206b300ab70fbcd4939966'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteAddress = '10.0.0.5'; Description = '10.0.0.5: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 8d31a918678a1cc7ddf5ad0f3d99fa81'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteAddress = '10.0.0.5'; Description = '10.0.0.5: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu d680104644302bdb07e954cc3f4eeaad'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteAddress = '2001:db8::1'; Description = '2001:db8::1: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 90548c3213c92d43980c3a790b0a03de'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteAddress = '2001:db8::1'; Description = '2001:db8::1: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
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
