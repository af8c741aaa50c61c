package kr.minwon.gateway.papers;

import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a paper: as a page to print, or as a PDF to keep. */
@Component
public class PaperShown {
    private final PaperPrinter printer;

    PaperShown(PaperPrinter printer) {
        this.printer = printer;
    }

    /** The view of the page. @param pdf where the PDF of it is */
    public String page(Paper paper, String pdf, Model model) {
        model.addAttribute("paper", paper);
        model.addAttribute("styles", "/assets/css/paper.css");
        model.addAttribute("onScreen", true);
        model.addAttribute("pdf", pdf);
        return PaperPrinter.TEMPLATE;
    }

    /** The PDF as an answer. @param name of the file, in ASCII */
    public ResponseEntity<byte[]> pdf(Paper paper, String name, Locale locale) {
        ContentDisposition disposition =
                ContentDisposition.inline().filename(name + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(printer.pdf(paper, locale));
    }
}
