/** Letters that press for overdue cases (독촉장, 민원처리법 시행령 제28조), with their register. */
@org.jspecify.annotations.NullMarked
package kr.minwon.routing.letter;
