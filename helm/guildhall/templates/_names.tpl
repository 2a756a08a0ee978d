{{/* Names, labels and images. */}}

{{- define "guildhall.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 38 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 38 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 38 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The name of a component's objects. Takes root and name. */}}
{{- define "guildhall.name" -}}
{{- printf "%s-%s" (include "guildhall.fullname" .root) .name -}}
{{- end -}}

{{/* What finds the pods of a component, for ever: a selector can't change. Takes root and name. */}}
{{- define "guildhall.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{/* What finds all pods of the release. Takes the root. */}}
{{- define "guildhall.releaseSelector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Labels of objects. They name the chart's version, so pods do not have them: they would restart at each upgrade. */}}
{{- define "guildhall.labels" -}}
{{ include "guildhall.selector" . }}
app.kubernetes.io/part-of: guildhall
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The head of an object. Takes root, name (the component), and annotations (optional) as a map. */}}
{{- define "guildhall.metadata" -}}
metadata:
  name: {{ .as | default (include "guildhall.name" .) }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "guildhall.labels" . | nindent 4 }}
    {{- with .labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with mergeOverwrite (deepCopy .root.Values.commonAnnotations) (.annotations | default dict) }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* Which variant of a service runs: the one that is asked for, where there is such an image. Takes root and service. */}}
{{- define "guildhall.variant" -}}
{{- $variants := .service.facts.variants -}}
{{- ternary .root.Values.image.variant (first $variants) (has .root.Values.image.variant $variants) -}}
{{- end -}}

{{/* A service's image. Takes root, name and service. */}}
{{- define "guildhall.image" -}}
{{- $image := .root.Values.image -}}
{{- $variant := ternary "-jvm" "" (eq (include "guildhall.variant" .) "jvm") -}}
{{- with $image.registry }}{{ . | trimSuffix "/" }}/{{ end -}}
{{ $image.prefix }}{{ .name }}{{ $variant }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{/* The image of the jobs. Takes the root. */}}
{{- define "guildhall.toolsImage" -}}
{{- if .Values.tools.image -}}
{{- .Values.tools.image -}}
{{- else -}}
{{- with .Values.image.registry }}{{ . | trimSuffix "/" }}/{{ end -}}
{{ .Values.image.prefix }}tools:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "guildhall.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}
