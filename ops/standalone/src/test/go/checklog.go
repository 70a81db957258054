// Checks a served log of proofs with Go's own golang.org/x/mod/sumdb, which knows nothing of ours, or prints what that
// package computes of the known log of the tests.
//
//	checklog URL VERIFIER-KEY TOKEN OLD-SIZE     a served log: signature, tiles, entries, proofs
//	checklog SIGNING-KEY                         the known log: its checkpoint of five entries, its roots
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Println("FAIL:", err)
		os.Exit(1)
	}
}

type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

func parse(text string) checkpoint {
	lines := strings.Split(text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return checkpoint{lines[0], size, root}
}

// A log behind an address, as tlog reads it.
type served struct {
	url, token string
}

func (s served) get(path string) []byte {
	request, err := http.NewRequest("GET", s.url+path, nil)
	check(err)
	if strings.HasPrefix(path, "/tile/entries/") {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	answer, err := http.DefaultClient.Do(request)
	check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	check(err)
	if answer.StatusCode != 200 {
		check(fmt.Errorf("%s is answered %d: %s", path, answer.StatusCode, body))
	}
	return body
}

func (s served) Height() int { return 8 }

func (s served) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		data = append(data, s.get("/"+strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func (s served) SaveTiles([]tlog.Tile, [][]byte) {}

func (s served) entries(size int64) [][]byte {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := 256
		if rest := size - n*256; rest < 256 {
			width = int(rest)
		}
		path := strings.Replace((tlog.Tile{H: 8, L: 0, N: n, W: width}).Path(), "tile/8/0/", "/tile/entries/", 1)
		for bundle := s.get(path); len(bundle) > 0; {
			length := binary.BigEndian.Uint16(bundle)
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	return entries
}

// The hashes and the note of a proof: lines after its head, an empty line, the note.
func proof(text []byte, headLines int) ([]tlog.Hash, []byte) {
	parts := bytes.SplitN(text, []byte("\n\n"), 2)
	var hashes []tlog.Hash
	for _, line := range strings.Split(string(parts[0]), "\n")[headLines:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		hashes = append(hashes, hash)
	}
	return hashes, parts[1]
}

func checkServed(log served, vkey string, old int64) {
	verifier, err := note.NewVerifier(vkey)
	check(err)
	open := func(signed []byte) checkpoint {
		opened, err := note.Open(signed, note.VerifierList(verifier))
		check(err)
		return parse(opened.Text)
	}
	head := open(log.get("/checkpoint"))
	if head.origin != verifier.Name() {
		check(fmt.Errorf("the origin is %s, the key's name %s", head.origin, verifier.Name()))
	}
	reader := tlog.TileHashReader(tlog.Tree{N: head.size, Hash: head.root}, log)
	entries := log.entries(head.size)
	if int64(len(entries)) != head.size {
		check(fmt.Errorf("%d entries of %d", len(entries), head.size))
	}
	for n, entry := range entries {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(n))})
		check(err)
		if hashes[0] != tlog.RecordHash(entry) {
			check(fmt.Errorf("entry %d is not the one in the tile", n))
		}
	}
	for _, n := range []int64{0, 1, 255, 256, head.size / 2, head.size - 1} {
		hashes, signed := proof(log.get(fmt.Sprintf("/proofs/%d", n)), 2)
		in := open(signed)
		check(tlog.CheckRecord(hashes, in.size, in.root, n, tlog.RecordHash(entries[n])))
		if tlog.CheckRecord(hashes, in.size, in.root, n, tlog.RecordHash([]byte("another"))) == nil {
			check(fmt.Errorf("a false entry was proved at %d", n))
		}
	}
	before := open(log.get(fmt.Sprintf("/checkpoints/%d", old)))
	hashes, signed := proof(log.get(fmt.Sprintf("/consistency/%d/%d", old, head.size)), 1)
	now := open(signed)
	check(tlog.CheckTree(hashes, now.size, now.root, before.size, before.root))
	fmt.Printf("PASS %d\n", head.size)
}

func known(skey string) {
	signer, err := note.NewSigner(skey)
	check(err)
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for n := int64(0); n < 70000; n++ {
		more, err := tlog.StoredHashes(n, []byte(fmt.Sprintf(`{"seq":%d,"amount":"%d.00"}`, n, 100+n)), reader)
		check(err)
		stored = append(stored, more...)
		if n+1 == 1 || n+1 == 5 || n+1 == 256 || n+1 == 300 || n+1 == 70000 {
			root, err := tlog.TreeHash(n+1, reader)
			check(err)
			fmt.Printf("root %d %s\n", n+1, base64.StdEncoding.EncodeToString(root[:]))
			if n+1 == 5 {
				signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("%s\n5\n%s\n", signer.Name(), base64.StdEncoding.EncodeToString(root[:]))}, signer)
				check(err)
				fmt.Print(string(signed))
			}
		}
	}
}

func main() {
	if len(os.Args) == 2 {
		known(os.Args[1])
		return
	}
	old, err := strconv.ParseInt(os.Args[4], 10, 64)
	check(err)
	checkServed(served{os.Args[1], os.Args[3]}, os.Args[2], old)
}
