package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.pages.PaperWords;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.papers.Paper;
import kr.minwon.gateway.papers.PaperShown;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The receipt slip (접수증, 민원처리법 시행규칙 별지 제2호서식) for whoever filed, to print and to keep. */
@Controller
@RequestMapping("/complaints/{receiptNumber:" + Numbers.SHAPE + "}")
class SlipPages {
    private final ComplaintApi complaints;
    private final CaseCookies cookies;
    private final PaperWords papers;
    private final PaperShown shown;

    SlipPages(ComplaintApi complaints, CaseCookies cookies, PaperWords papers, PaperShown shown) {
        this.complaints = complaints;
        this.cookies = cookies;
        this.papers = papers;
        this.shown = shown;
    }

    @GetMapping("/slip")
    String slip(
            @PathVariable String receiptNumber,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request) {
        return paper(receiptNumber, words, request)
                .map(slip -> shown.page(slip, "/complaints/" + receiptNumber + "/slip.pdf", model))
                .orElse("redirect:" + askFor(receiptNumber));
    }

    @GetMapping("/slip.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String receiptNumber, @ModelAttribute("words") Words words, HttpServletRequest request) {
        return paper(receiptNumber, words, request)
                .map(slip -> shown.pdf(slip, "slip-" + receiptNumber, words.locale()))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, askFor(receiptNumber))
                        .build());
    }

    private Optional<Paper> paper(String receiptNumber, Words words, HttpServletRequest request) {
        return cookies.code(request, receiptNumber)
                .map(code -> papers.slip(complaints.lookUp(receiptNumber, code), words));
    }

    private static String askFor(String receiptNumber) {
        return "/complaints/lookup?receiptNumber=" + receiptNumber;
    }
}
