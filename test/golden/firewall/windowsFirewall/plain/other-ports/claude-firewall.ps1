# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-82f7-84a3-2482dbe17fa0}' = 'git.example.com'
	'{e7603d43-9fe8-83da-8ab7-cff97925bbd0}' = 'example.net'
	'{e7603d43-9fe8-8422-8870-251bbf385b1d}' = 'llm.example.com'
	'{e7603d43-9fe8-88d1-8c2e-33d2430e5239}' = 'otel.example.com'
	'{e7603d43-9fe8-82a1-8052-f1bd649c4145}' = '*.example.net'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu 7bed5f73f25b1caa6741b56cc28bdc72'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '22'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-82f7-84a3-2482dbe17fa0}'; Description = 'git.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 0a735fcef2311fdac5d4a8538fc17f17'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83da-8ab7-cff97925bbd0}'; Description = 'example.net: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 785ab9bb6ff93acfd3ffa616e9dad556'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83da-8ab7-cff97925bbd0}'; Description = 'example.net: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu f6b6e1cff6e04daaf1afeb34bf977648'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 8ab75763317065e024bd1edd448c4b40'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu b4a1a9c1ff1f0f4e144923b824e4203e'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '4318'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-88d1-8c2e-33d2430e5239}'; Description = 'otel.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu fc30ffbb76fae9907183ad2be7956935'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-82a1-8052-f1bd649c4145}'; Description = '*.example.net: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 6c65b564613429c338b9c0f5ee025dcc'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)' }
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
