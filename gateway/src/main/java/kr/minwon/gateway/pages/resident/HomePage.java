package kr.minwon.gateway.pages.resident;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what a resident can do here. */
@Controller
class HomePage {
    @GetMapping("/")
    String home() {
        return "gateway/home";
    }
}
