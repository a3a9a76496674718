# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-8597-86c1-f96d72b8322e}' = '*.sentry.io'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu 3ae58c951a3a1fc9ff6b8b40a67138b4'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 4ee6f32bf62188f4687a30640e3680d7'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 14761fbab06e6f03c8c55025720a82d0'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu d51475d2d14a4869cb00eb67e5f3d5e3'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8597-86c1-f96d72b8322e}'; Description = '*.sentry.io: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
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
