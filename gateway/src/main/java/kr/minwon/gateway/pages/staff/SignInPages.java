package kr.minwon.gateway.pages.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff sign in, and where they land. */
@Controller
class SignInPages {
    @GetMapping("/staff/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("out", out != null);
        model.addAttribute("to", to);
        return "gateway/staff/login";
    }

    @GetMapping("/staff")
    String home(@ModelAttribute("me") Colleague me) {
        return me.isSeesQueue() ? "redirect:/staff/queue" : "redirect:/staff/messages?state=unknown";
    }
}
