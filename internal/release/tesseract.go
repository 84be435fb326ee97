package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// What stands in the Windows archive for scans, as Debian packages it: sources,
// built here with mingw-w64, and the models of two languages.
const (
	tesseractVersion = "5.3.0"
	leptonicaVersion = "1.82.0"
)

var (
	sourcePackages = []string{"tesseract=" + tesseractVersion + "-2", "leptonlib=" + leptonicaVersion + "-3"}
	modelPackages  = []string{"tesseract-ocr-eng=1:4.1.0-2", "tesseract-ocr-ind=1:4.1.0-2"}
)

// toolPackages are the Debian packages that have the programs of a build.
const toolPackages = "g++-mingw-w64-x86-64-posix cmake make dpkg-dev"

// builder builds tesseract for Windows in a folder. What is there already is
// not built again.
type builder struct {
	dir string // absolute
	log io.Writer
}

// tesseract returns the files of the folder "tesseract" in the Windows archive,
// and the licences of what is in it.
func tesseract(dir string, log io.Writer) ([]file, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	b := &builder{dir, log}
	if _, err := os.Stat(b.path("done")); err != nil {
		for _, step := range []func() error{b.tools, b.sources, b.models, b.leptonica, b.program, b.done} {
			if err := step(); err != nil {
				return nil, fmt.Errorf("building tesseract for Windows: %w", err)
			}
		}
	}
	return b.files()
}

func (b *builder) path(name string) string { return filepath.Join(b.dir, filepath.FromSlash(name)) }

func (b *builder) done() error { return os.WriteFile(b.path("done"), nil, 0o666) }

// run runs a program in the folder.
func (b *builder) run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = b.dir, b.log, b.log
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1672531200", "LC_ALL=C")
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// tools says what is missing to build anything.
func (b *builder) tools() error {
	for _, program := range []string{"x86_64-w64-mingw32-g++-posix", "cmake", "make", "dpkg-source", "apt-get"} {
		if _, err := exec.LookPath(program); err != nil {
			return fmt.Errorf("%s is missing: on Debian 12, apt-get install %s; or leave it out with -tesseract none", program, toolPackages)
		}
	}
	return os.MkdirAll(b.dir, 0o777)
}

// sources fetches and unpacks the source packages from where this machine has
// its packages from, with lists of its own; apt checks their signatures.
func (b *builder) sources() error {
	out, err := exec.Command("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages", "Origin: Debian", "Codename: bookworm").Output()
	if err != nil {
		return fmt.Errorf("apt-get indextargets: %w", err)
	}
	var list strings.Builder
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		if line = strings.TrimSpace(line); line != "" && !seen[line] {
			seen[line] = true
			fmt.Fprintf(&list, "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s\n", line)
		}
	}
	if list.Len() == 0 {
		return fmt.Errorf("this machine has no packages of Debian 12")
	}
	if err := os.MkdirAll(b.path("apt/lists/partial"), 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(b.path("sources.list"), []byte(list.String()), 0o666); err != nil {
		return err
	}
	own := []string{"-o", "Dir::Etc::SourceList=" + b.path("sources.list"), "-o", "Dir::Etc::SourceParts=/dev/null",
		"-o", "Dir::State::Lists=" + b.path("apt/lists"), "-o", "Dir::Cache=" + b.path("apt"), "-o", "APT::Sandbox::User=root"}
	if err := b.run("apt-get", append(own, "update")...); err != nil {
		return err
	}
	return b.run("apt-get", append(append(own, "source"), sourcePackages...)...)
}

// models fetches and unpacks the models.
func (b *builder) models() error {
	if err := b.run("apt-get", append([]string{"download", "-o", "APT::Sandbox::User=root"}, modelPackages...)...); err != nil {
		return err
	}
	debs, err := filepath.Glob(b.path("tesseract-ocr-*.deb"))
	if err != nil {
		return err
	}
	for _, deb := range debs {
		if err := b.run("dpkg-deb", "-x", deb, b.path("models")); err != nil {
			return err
		}
	}
	return nil
}

// flags are those of cmake for both. Their files tell neither day nor folder,
// and need no library but those of Windows. Leptonica reads no kind of picture
// but its own: pages come as PBM.
func (b *builder) flags() []string {
	flags := "-ffile-prefix-map=" + b.dir + "=."
	return []string{"-DCMAKE_SYSTEM_NAME=Windows", "-DCMAKE_SYSTEM_PROCESSOR=AMD64",
		"-DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc-posix", "-DCMAKE_CXX_COMPILER=x86_64-w64-mingw32-g++-posix", "-DCMAKE_RC_COMPILER=x86_64-w64-mingw32-windres",
		"-DCMAKE_FIND_ROOT_PATH=/usr/x86_64-w64-mingw32;" + b.path("prefix"), "-DCMAKE_FIND_ROOT_PATH_MODE_PROGRAM=NEVER",
		"-DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY", "-DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY", "-DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY",
		"-DPKG_CONFIG_EXECUTABLE=/bin/false", "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_INSTALL_PREFIX=" + b.path("prefix"),
		"-DCMAKE_C_FLAGS=" + flags, "-DCMAKE_CXX_FLAGS=" + flags, "-DBUILD_SHARED_LIBS=OFF", "-DSW_BUILD=OFF"}
}

func (b *builder) leptonica() error {
	if err := b.run("cmake", append([]string{"-S", "leptonlib-" + leptonicaVersion, "-B", "leptonica", "-DBUILD_PROG=OFF"}, b.flags()...)...); err != nil {
		return err
	}
	return b.run("make", "-C", "leptonica", "-j"+strconv.Itoa(runtime.NumCPU()), "install")
}

func (b *builder) program() error {
	// tesseract asks for a library by the name that it has on Windows, where
	// capitals do not matter.
	if err := os.MkdirAll(b.path("link"), 0o777); err != nil {
		return err
	}
	if err := os.Symlink("/usr/x86_64-w64-mingw32/lib/libws2_32.a", b.path("link/libWs2_32.a")); err != nil && !os.IsExist(err) {
		return err
	}
	args := append([]string{"-S", "tesseract-" + tesseractVersion, "-B", "tesseract", "-DLeptonica_DIR=" + b.path("leptonica"), "-DBUILD_TRAINING_TOOLS=OFF",
		"-DCOMPILER_SUPPORTS_MARCH_NATIVE=OFF", // other machines have other processors
		"-DDISABLE_CURL=ON", "-DDISABLE_ARCHIVE=ON", "-DOPENMP_BUILD=OFF", "-DGRAPHICS_DISABLED=ON",
		"-DCMAKE_EXE_LINKER_FLAGS=-static -s -Wl,--no-insert-timestamp -L" + b.path("link")}, b.flags()...)
	if err := b.run("cmake", args...); err != nil {
		return err
	}
	return b.run("make", "-C", "tesseract", "-j"+strconv.Itoa(runtime.NumCPU()), "tesseract")
}

// files returns what was built.
func (b *builder) files() (out []file, err error) {
	models := "models/usr/share/tesseract-ocr/5/tessdata/"
	for _, f := range []struct{ name, from string }{
		{"tesseract/tesseract.exe", "tesseract/bin/tesseract.exe"},
		{"tesseract/tessdata/eng.traineddata", models + "eng.traineddata"},
		{"tesseract/tessdata/ind.traineddata", models + "ind.traineddata"},
		{"tesseract/tessdata/configs/tsv", "tesseract-" + tesseractVersion + "/tessdata/configs/tsv"},
		{"licenses/tesseract/LICENSE", "tesseract-" + tesseractVersion + "/LICENSE"},
		{"licenses/leptonica/LICENSE", "leptonlib-" + leptonicaVersion + "/leptonica-license.txt"},
		{"licenses/tessdata-eng/LICENSE", "models/usr/share/doc/tesseract-ocr-eng/copyright"},
		{"licenses/tessdata-ind/LICENSE", "models/usr/share/doc/tesseract-ocr-ind/copyright"},
		{"licenses/mingw-w64/LICENSE", "/usr/share/doc/mingw-w64-x86-64-dev/copyright"},
		{"licenses/libgcc-libstdc++/LICENSE", "/usr/share/doc/gcc-mingw-w64-base/copyright"},
	} {
		from := f.from
		if !filepath.IsAbs(from) {
			from = b.path(from)
		}
		data, err := os.ReadFile(from)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		mode := os.FileMode(0o644)
		if strings.HasSuffix(f.name, ".exe") {
			mode = 0o755
		}
		out = append(out, file{f.name, data, mode})
	}
	return out, nil
}
