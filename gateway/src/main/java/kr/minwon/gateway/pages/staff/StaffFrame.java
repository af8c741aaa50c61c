package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of a staff page shows besides. */
@ControllerAdvice(basePackageClasses = StaffFrame.class)
class StaffFrame {
    private final Colleague.Desk desk;

    StaffFrame(Colleague.Desk desk) {
        this.desk = desk;
    }

    @ModelAttribute("me")
    Colleague me(HttpServletRequest request) {
        return desk.of(request);
    }
}
