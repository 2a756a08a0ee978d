{{/* The secrets that tokens are signed with and that services show each other. */}}

{{- define "guildhall.secretName" -}}
{{- .Values.secrets.existing | default (include "guildhall.name" (dict "root" . "name" "secrets")) -}}
{{- end -}}

{{/*
The data of the Secret that the chart keeps: what is in the cluster already, else new random values. They are drawn once for
a render, so that the checksum of pods is that of the Secret beside them. Takes the root; give the result to fromYaml.
*/}}
{{- define "guildhall.secretData" -}}
{{- if not (hasKey .Values "secretData") -}}
{{- $present := (lookup "v1" "Secret" .Release.Namespace (include "guildhall.secretName" .)).data | default dict -}}
{{- $data := dict -}}
{{- range list .Values.secrets.tokenKey .Values.secrets.clusterKey -}}
{{- $_ := set $data . (index $present . | default (randAlphaNum 64 | b64enc)) -}}
{{- end -}}
{{- $_ := set .Values "secretData" $data -}}
{{- end -}}
{{- toYaml .Values.secretData -}}
{{- end -}}

{{/* Changes when the secrets do, so that pods restart. An existing Secret is looked up; empty where that is not possible. */}}
{{- define "guildhall.secretChecksum" -}}
{{- if .Values.secrets.existing -}}
{{- with (lookup "v1" "Secret" .Release.Namespace .Values.secrets.existing).data -}}
{{- toYaml . | sha256sum -}}
{{- end -}}
{{- else -}}
{{- include "guildhall.secretData" . | sha256sum -}}
{{- end -}}
{{- end -}}

{{/* The variables that hold them. Takes the root. */}}
{{- define "guildhall.secretEnvironment" -}}
{{ include "guildhall.fromSecret" (dict "variable" "GUILDHALL_TOKEN_SECRET" "secret" (include "guildhall.secretName" .) "key" .Values.secrets.tokenKey) }}
{{ include "guildhall.fromSecret" (dict "variable" "GUILDHALL_CLUSTER_SECRET" "secret" (include "guildhall.secretName" .) "key" .Values.secrets.clusterKey) }}
{{- end -}}
