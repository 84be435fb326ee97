package hostile
import ("testing";"time";"fmt";"telaah/document";"strings")
func TestScratch(t *testing.T){
 for _,c := range Made() { if !strings.HasSuffix(c.Name,"html") && !strings.HasSuffix(c.Name,"txt") && !strings.HasSuffix(c.Name,"docx") {continue}
  t0:=time.Now(); d,err:=document.Read(c.Name,c.Data,document.Options{}); if e:=time.Since(t0); e>300*time.Millisecond { fmt.Println(c.Name,len(c.Data),e,len(d.Text.Body),err)} }
}
