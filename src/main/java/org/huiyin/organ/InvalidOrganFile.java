package org.huiyin.organ;

/** The organ file cannot be loaded; the message names each line and column in Chinese. */
class InvalidOrganFile extends StartRefused {
    private static final long serialVersionUID = 1L;

    InvalidOrganFile(String message) {
        super(message);
    }

    @Override
    String wayOut() {
        return "请按提示修改机构文件后重新启动；格式可参照程序内的 demo/organs.csv。"
                + " (Mend the organ file and start again; demo/organs.csv inside the program shows the format.)";
    }
}
