# Courses, their lessons and exercises.

nav-courses = 课程
action-finish-step = 完成课程的一步
action-list-courses = 查看课程列表
action-get-course = 查看课程
action-list-progress = 查看学习进度

courses-about = 每门一刻钟左右。做了什么，程序到账里去找：真做了才算。
courses-real-book = 现在打开的是您自己的账。要记账的练习请到练习账套里做，那是一家示例公司，做坏了也没关系。
courses-practise = 打开练习账套
courses-none = 这个角色没有课程
courses-others = 其他人
courses-person = 操作员
courses-progress = 步骤
courses-finished = 完成
course-steps = { $steps } 步
course-under-way = 第 { $done } 步，共 { $steps } 步
course-done = 已完成
course-minutes = { $minutes } 分钟
course-start = 开始
course-go-on = 继续
course-again = 再做一遍
course-wants-practice = 练习要记账，请先打开练习账套
course-not-here = 这本账里没有练习用的客户和商品，请打开练习账套
course-put-aside = 先放一放
course-next = 往下
course-do = 在上面做好以后
course-check = 检查
course-choose = 是哪个数？
course-step-done = 已完成
course-over = 全部完成，已记在账套里。
course-finished = 课程完成

error-unknown-course = 这个角色没有课程 { $course }，或课程里没有 { $step } 这一步。
error-exercise-not-done = 第 { $number } 步在账里还没有找到。请照着做一遍，再检查。
error-answer-wrong = 这是另一行的数。请再看一看报表。
