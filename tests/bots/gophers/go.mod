module guildhall/bots

go 1.24

require github.com/bwmarrin/discordgo v0.29.0

require (
	github.com/gorilla/websocket v1.5.3 // indirect
	golang.org/x/crypto v0.31.0 // indirect
	golang.org/x/sys v0.28.0 // indirect
)
